package dev.connexions.application.authorization;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryAuthorizationSessionsTest implements AuthorizationSessionsContract, InMemoryPlatform {}
