package dev.connexions.domain.connexion.wrong;

import dev.connexions.domain.audit.Outcome;

record WrongConnexion(Outcome outcome) {}
