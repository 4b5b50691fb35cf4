package dev.connexions.application.shared;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryTransactionsTest implements TransactionsContract, InMemoryPlatform {}
