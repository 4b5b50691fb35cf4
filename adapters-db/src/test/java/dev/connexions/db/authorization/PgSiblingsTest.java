package dev.connexions.db.authorization;

import dev.connexions.application.authorization.SiblingsContract;
import dev.connexions.db.testing.PgPlatform;

class PgSiblingsTest implements SiblingsContract, PgPlatform {}
