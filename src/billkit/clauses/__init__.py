"""What a bill says: value types, one class per provision, and the bill that holds them."""
