package dev.connexions.application.audit;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryOwnersTest implements InMemoryPlatform, OwnersContract {}
