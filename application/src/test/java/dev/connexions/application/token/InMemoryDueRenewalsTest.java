package dev.connexions.application.token;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryDueRenewalsTest implements DueRenewalsContract, InMemoryPlatform {}
