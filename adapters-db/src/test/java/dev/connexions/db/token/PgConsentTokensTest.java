package dev.connexions.db.token;

import dev.connexions.application.authorization.ConsentTokensContract;
import dev.connexions.db.testing.PgPlatform;

class PgConsentTokensTest implements ConsentTokensContract, PgPlatform {}
