package dev.connexions.db.idempotency;

import dev.connexions.application.idempotency.IdempotencyRecordsContract;
import dev.connexions.application.idempotency.OnceContract;
import dev.connexions.db.testing.PgPlatform;

class PgIdempotencyRecordsTest implements IdempotencyRecordsContract, OnceContract, PgPlatform {}
