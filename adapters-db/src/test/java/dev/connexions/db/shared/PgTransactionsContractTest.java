package dev.connexions.db.shared;

import dev.connexions.application.shared.TransactionsContract;
import dev.connexions.db.testing.PgPlatform;

class PgTransactionsContractTest implements TransactionsContract, PgPlatform {}
