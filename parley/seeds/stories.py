"""Which seeds tell the same story, said once when a seed is stored: they share a word, and the site's lists show them as one entry.

The same address is the same story. So is, within some days, what another publisher brings under a headline of the same words, or
under a similar one with nearly the same text, as papers do that print an agency's report. What one publisher prints twice is two
stories: a column has the same headline every week. Only what everybody can read is compared, so that nothing in a private group is
told by a link.
"""

import re
from datetime import datetime, timedelta
from hashlib import sha256

from django.db.models.functions import Left
from rapidfuzz import fuzz

from parley.seeds.models import Article
from parley.seeds.queries import listable

WITHIN, MOST = timedelta(days=7), 300
"""Of what came lately so many are compared."""
FEWEST_WORDS = 5
"""Of a headline; fewer are often the same by chance."""
SIMILAR_HEADLINE, NEAR_TEXT, BEGINNING = 75, 90, 1_000


def story_of(*, headline: str, address: str, domain: str, body: str, at: datetime) -> str:
    """`address` in its normal form, and its domain; either may be empty."""
    lately = listable(None).filter(created_at__gte=at - WITHIN).exclude(story="").order_by("-id")
    told = list(lately.values_list("pk", "story", "canonical_url", "source__domain", "headline")[:MOST])
    if address and (same := next((story for _, story, url, *_ in told if url == address), "")):
        return same
    theirs_already = {story for _, story, _, source, _ in told if source == domain}
    others = [(key, story, theirs) for key, story, _, _, theirs in told if story not in theirs_already]
    words = words_of(headline)
    if len(words) >= FEWEST_WORDS and (same := next((story for _, story, theirs in others if words_of(theirs) == words), "")):
        return same
    similar = {key: story for key, story, theirs in others if fuzz.token_sort_ratio(headline, theirs) >= SIMILAR_HEADLINE}
    return _of_text(similar, body) or digest_of(address or body)


def digest_of(told: str) -> str:
    return sha256(" ".join(told.split()).encode()).hexdigest()[:16] if told.strip() else ""


def words_of(headline: str) -> list[str]:
    return sorted(re.findall(r"\w+", headline.casefold()))


def _of_text(similar: dict[int, str], body: str) -> str:
    """The story of which the text begins nearly as this one does."""
    begins = body.strip()[:BEGINNING]
    if not similar or len(begins) < BEGINNING // 4:
        return ""
    found = Article.objects.filter(seed__in=similar).values_list("seed", Left("body", BEGINNING)).order_by("-seed")[:20]
    return next((similar[key] for key, theirs in found if fuzz.ratio(begins, theirs) >= NEAR_TEXT), "")

