package dev.connexions.db.quota;

import dev.connexions.application.quota.QuotaContract;
import dev.connexions.db.testing.PgPlatform;

class PgQuotaTest implements QuotaContract, PgPlatform {}
