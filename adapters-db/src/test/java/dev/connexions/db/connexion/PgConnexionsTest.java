package dev.connexions.db.connexion;

import dev.connexions.application.connexion.ConnexionsContract;
import dev.connexions.db.testing.PgPlatform;

class PgConnexionsTest implements ConnexionsContract, PgPlatform {}
