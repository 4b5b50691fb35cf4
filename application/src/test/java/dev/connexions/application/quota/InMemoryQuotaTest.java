package dev.connexions.application.quota;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryQuotaTest implements QuotaContract, InMemoryPlatform {}
