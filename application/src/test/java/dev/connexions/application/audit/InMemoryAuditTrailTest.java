package dev.connexions.application.audit;

import dev.connexions.application.testing.InMemoryPlatform;

class InMemoryAuditTrailTest implements AuditTrailContract, InMemoryPlatform {}
