"""Lines in other languages than English: links, length, and named subjects are read, the rest is left to people.

tongue: what a file of a language says · telling: which language a line is in · listing: what a foreign line asks ·
part: words in a row · governing: words that forbid or limit, and so are understood · page: the page for readers ·
tongues/: one file for each language, found by folder, with its cases.
"""
