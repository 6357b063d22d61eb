"""Words of a line that are recognised for what they say but never judged by: sanctions, who decides, appeal, scope.

One table per subject; a cue is recognised by its patterns (see `prose.phrasing`) anywhere in a line, and kept by people.
"""
