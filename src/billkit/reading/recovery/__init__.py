"""Finds the clauses of a draft again: what they must have been to give the draft its words.

`streams` puts the words of each section in a row, with what was filled in where. `clauses` goes
along a row, clause after clause. For each, `guessing` makes a first guess at its fields: from the
words that they filled in (`filled`, `citing`, `naming`, `points`) and from those that stand for
one value (`speaking`). `attempting` puts the guess in words and holds them against the draft;
where they part, `changing` says what could be otherwise, and the change that brings them furthest
is kept. A clause whose words are the draft's to the letter is exact.
"""
