"""Model language: the texts of clauses, the forms of the states, and the engine that fills them."""
