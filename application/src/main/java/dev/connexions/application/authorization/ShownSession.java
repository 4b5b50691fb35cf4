package dev.connexions.application.authorization;

import dev.connexions.domain.authorization.AuthorizationSession;
import dev.connexions.domain.connexion.Connexion;
import java.util.List;

/** @param affected the other connexions that the consent decides about as well */
public record ShownSession(AuthorizationSession session, List<Connexion> affected) {}
