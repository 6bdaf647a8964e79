"""The command `handbook`: one module for each verb or noun."""
