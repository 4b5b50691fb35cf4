package dev.connexions.db.audit;

import dev.connexions.application.audit.OwnersContract;
import dev.connexions.db.testing.PgPlatform;

class PgOwnersTest implements PgPlatform, OwnersContract {}
