package dev.connexions.db.authorization;

import dev.connexions.application.authorization.ResumingContract;
import dev.connexions.db.testing.PgPlatform;

class PgResumingTest implements ResumingContract, PgPlatform {}
