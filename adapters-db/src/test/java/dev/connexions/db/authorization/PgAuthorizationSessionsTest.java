package dev.connexions.db.authorization;

import dev.connexions.application.authorization.AuthorizationSessionsContract;
import dev.connexions.db.testing.PgPlatform;

class PgAuthorizationSessionsTest implements AuthorizationSessionsContract, PgPlatform {}
