package dev.connexions.application.authorization;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryGrantsTest implements GrantsContract, InMemoryPlatform {}
