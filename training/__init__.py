"""Recipes of the models that ship with the package. Not part of the installed package."""
