package dev.connexions.db.audit;

import dev.connexions.application.audit.AuditTrailContract;
import dev.connexions.db.testing.PgPlatform;

class PgAuditTrailTest implements AuditTrailContract, PgPlatform {}
