"""Lists what an amendment of Arkansas law did, and carries out a part of it."""

import billkit

enacted = billkit.load_statute("us-ar/ark-code-6-15-2803@pre-amendment")
proposed = billkit.load_statute("us-ar/ark-code-6-15-2803@2024")
comparison = billkit.compare(enacted=enacted, proposed=proposed)

for operation in comparison.changed:
    place = (operation.proposed or operation.enacted)[0]
    deleted = [piece[1].strip() for piece in operation.words if piece.sign == "-"]
    inserted = [piece[2].strip() for piece in operation.words if piece.sign == "+"]
    print(f"{place}: {', '.join(sorted(operation.changes))}")
    print(f"    out: {' ... '.join(deleted) or 'nothing'}")
    print(f"    in:  {' ... '.join(inserted) or 'nothing'}")

assert comparison.accept() == proposed
assert comparison.reject() == enacted
