package dev.connexions.db.authorization;

import dev.connexions.application.authorization.RevocationsContract;
import dev.connexions.db.testing.PgPlatform;

class PgRevocationsTest implements RevocationsContract, PgPlatform {}
