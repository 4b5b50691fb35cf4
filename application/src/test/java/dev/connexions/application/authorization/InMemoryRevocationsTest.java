package dev.connexions.application.authorization;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryRevocationsTest implements RevocationsContract, InMemoryPlatform {}
