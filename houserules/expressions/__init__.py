"""Expert clauses: an expression over what is measured of a comment, in a part of the Common Expression Language (CEL).

    checked("links > 2 && author_days < 7.0")       # or ExpressionError with a sentence and a place
    compiled("links > 2 && author_days < 7.0")      # the program, or why there is none; never an error
    evaluated(judgement, program)                   # met or not, with the values that were looked at

`grammar` reads an expression and says which types fit; `variables` is the table of what can be named; `running` hands
it to the library (extra `expressions`), which alone computes; `telling` puts it in words. Left out of CEL is all that
may take long or fail late: loops, patterns, maps, fields, joined texts. What is left takes microseconds, whoever wrote it.
"""

from houserules.expressions.grammar import ExpressionError, checked
from houserules.expressions.running import Evaluated, Program, compiled, evaluated, is_here

__all__ = ["Evaluated", "ExpressionError", "Program", "checked", "compiled", "evaluated", "is_here"]
