"""What corresponds to what between two texts of law, and what differs, word by word."""
