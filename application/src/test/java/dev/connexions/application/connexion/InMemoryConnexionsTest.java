package dev.connexions.application.connexion;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryConnexionsTest implements ConnexionsContract, InMemoryPlatform {}
