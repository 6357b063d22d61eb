"""A short form of `bench/extract.py` on twenty development pages, where they are at hand."""

import pytest

from bench.extract import data_folder, measure


def test_twenty_pages_reach_their_figures():
    folder = data_folder()
    if not (folder / "train.jsonl").is_file():
        pytest.skip(
            "EXTRACTION NOT MEASURED: article-extraction/train.jsonl is not below PARLEY_DATA; see bench/extract.py"
        )
    mine, theirs = (counts.figures() for counts in measure(folder, "train", most=20, workers=1))
    # Twenty pages are few: the floors stand below the aims, and each figure must not be worse than plain trafilatura's.
    for figure, floor in {"body": 0.93, "title": 0.75, "author": 0.60, "date": 0.80}.items():
        value, n = mine[figure]
        assert n >= 15
        assert value >= floor, f"{figure}: {value:.3f} of {n}"
        assert value >= theirs[figure][0], f"{figure}: {value:.3f}, trafilatura {theirs[figure][0]:.3f}"
