package dev.connexions.db.authorization;

import dev.connexions.application.authorization.GrantsContract;
import dev.connexions.db.testing.PgPlatform;

class PgGrantsTest implements GrantsContract, PgPlatform {}
