"""Sets a draft and the law side by side, provision by provision, for texts of different descent."""
