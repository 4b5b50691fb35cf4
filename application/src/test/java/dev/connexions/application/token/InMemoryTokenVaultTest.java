package dev.connexions.application.token;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryTokenVaultTest implements TokenVaultContract, InMemoryPlatform {}
