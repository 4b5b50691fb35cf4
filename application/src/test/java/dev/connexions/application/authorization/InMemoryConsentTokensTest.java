package dev.connexions.application.authorization;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryConsentTokensTest implements ConsentTokensContract, InMemoryPlatform {}
