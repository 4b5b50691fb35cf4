package dev.connexions.application.idempotency;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryIdempotencyRecordsTest implements IdempotencyRecordsContract, OnceContract, InMemoryPlatform {}
