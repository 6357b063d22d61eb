"""A made-up community of any size, for measuring: rows in the shape that services make them, written many at a time.

Only groups, rules, and rulings go through their services; what there are millions of is stored by `rows`, one transaction for each
hundred seeds with all that belongs to them.
"""
