package dev.connexions.application.authorization;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryResumingTest implements ResumingContract, InMemoryPlatform {}
