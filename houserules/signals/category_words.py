"""Words for whole categories of people."""

CATEGORIES = frozenset(
    "muslims jews christians catholics hindus sikhs atheists evangelicals mormons protestants buddhists blacks whites asians "
    "latinos hispanics mexicans africans arabs chinese indians russians americans germans poles romanians turks israelis "
    "palestinians ukrainians natives immigrants migrants refugees foreigners women men gays lesbians homosexuals trans "
    "transsexuals liberals conservatives democrats republicans leftists socialists communists libertarians lefties "
    "righties boomers millennials feminists vegans cops disabled autistic pensioners students teachers males females".split()
)
