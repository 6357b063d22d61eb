"""Meaning as vectors: texts that say alike things lie close together, whatever words they use.

The 256-dimensional token vectors of WordLlama (its extra: `pip install 'parley[meaning]'`) are read from its wheel by
`numpy` and `tokenizers` alone: importing the package itself would bring an HTTP client and take a second. A text is
the mean of its tokens' vectors at unit length, so that a dot product is the cosine.
"""

from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from houserules.weights import WeightsError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]

SIZE = 256
WORD_BEGINS = "▁"
MOST_LETTERS = 2_000
"""Only so much of a text is read, so that no text makes judging slow."""
WEIGHTS, TOKENS = "weights/l2_supercat_256.safetensors", "tokenizers/l2_supercat_tokenizer_config.json"


def is_here() -> bool:
    """Whether the extra is installed; loads nothing."""
    return _folder() is not None


def vectors(texts: Sequence[str]) -> "Vectors":
    """One row of length 1 a text, zeros for a text without tokens; raises WeightsError where the extra is missing."""
    import numpy as np

    tokenizer, table = _loaded()
    found = np.zeros((len(texts), SIZE), dtype=np.float32)
    shortened = [_sound(text[:MOST_LETTERS]) for text in texts]
    if len(texts) == 1:  # without waking the threads of a batch
        encoded = [tokenizer.encode(shortened[0], add_special_tokens=False)]
    else:
        encoded = tokenizer.encode_batch_fast(shortened, add_special_tokens=False)
    for at, tokens in enumerate(encoded):
        if tokens.ids:
            mean = table[tokens.ids].mean(axis=0, dtype=np.float32)
            found[at] = mean / (float(np.sqrt(mean @ mean)) or 1.0)
    return found


def closeness(one: "Vectors", others: "Vectors") -> "Vectors":
    """Cosines of the rows of `one` (n x 256) with those of `others` (m x 256), n x m, -1 to 1."""
    product: Vectors = one @ others.T
    return product


def whole_words() -> tuple[str, ...]:
    """The words of the Latin alphabet that have a vector of their own, in order, in small letters."""
    tokenizer, _ = _loaded()
    words = (token[1:].lower() for token in tokenizer.get_vocab() if token.startswith(WORD_BEGINS))
    return tuple(sorted({word for word in words if word.isascii() and word.isalpha()}))


def _sound(text: str) -> str:
    """The text without halves of surrogate pairs, which no tokenizer takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


@cache
def _loaded() -> "tuple[Any, NDArray[np.float16]]":
    """The tokenizer and the vector of every token."""
    folder = _folder()
    if folder is None:
        raise WeightsError("Meaning is not installed (pip install 'parley[meaning]'); what needs it is left to people.")
    try:
        from safetensors.numpy import load_file
        from tokenizers import Tokenizer

        tokenizer = Tokenizer.from_file(str(folder / TOKENS))
        table: NDArray[np.float16] = load_file(folder / WEIGHTS)["embedding.weight"]
    except Exception as wrong:  # the tokenizer raises bare exceptions
        raise WeightsError(
            f"The weights of meaning are damaged ({wrong}); what needs them is left to people."
        ) from wrong
    if table.shape[1:] != (SIZE,) or len(table) < tokenizer.get_vocab_size():
        raise WeightsError("The weights of meaning are of another size; what needs them is left to people.")
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer, table


@cache
def _folder() -> Path | None:
    spec = find_spec("wordllama")
    places = spec.submodule_search_locations if spec is not None else None
    return Path(places[0]) if places else None
