"""Rules of Reddit's AutoModerator: names: what each name means, checks: one line of a rule, rule: a rule put together,
sayings: what its checks come to as lines of prose.
"""
