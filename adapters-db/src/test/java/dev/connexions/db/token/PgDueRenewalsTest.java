package dev.connexions.db.token;

import dev.connexions.application.token.DueRenewalsContract;
import dev.connexions.db.testing.PgPlatform;

class PgDueRenewalsTest implements DueRenewalsContract, PgPlatform {}
