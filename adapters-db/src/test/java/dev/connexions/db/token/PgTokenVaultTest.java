package dev.connexions.db.token;

import dev.connexions.application.token.TokenVaultContract;
import dev.connexions.db.testing.PgPlatform;

class PgTokenVaultTest implements TokenVaultContract, PgPlatform {}
