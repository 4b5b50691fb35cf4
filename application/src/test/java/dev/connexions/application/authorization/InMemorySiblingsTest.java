package dev.connexions.application.authorization;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemorySiblingsTest implements SiblingsContract, InMemoryPlatform {}
