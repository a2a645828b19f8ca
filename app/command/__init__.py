"""The command of the contract: one module for each word after `okbye`."""
