package dev.connexions.web;

import dev.connexions.application.audit.ActAsAdministrator;
import dev.connexions.application.audit.ReadAuditTrail;
import dev.connexions.application.audit.RefuseAccess;
import dev.connexions.application.authorization.BeginConsent;
import dev.connexions.application.authorization.ChooseAccount;
import dev.connexions.application.authorization.ChooseInBrowser;
import dev.connexions.application.authorization.CompleteAuthorization;
import dev.connexions.application.authorization.OpenAuthorizationSession;
import dev.connexions.application.authorization.ShowAuthorizationSession;
import dev.connexions.application.authorization.ShowGrant;
import dev.connexions.application.idempotency.BeginRequest;
import dev.connexions.application.idempotency.FinishRequest;
import dev.connexions.application.shared.WhoAmI;
import dev.connexions.application.token.ReadAccessToken;
import dev.connexions.application.token.RefreshToken;
import dev.connexions.web.connexion.ConnexionRoutes;
import dev.connexions.web.quota.QuotaRoutes;

/** What the service can do, as far as it is done over HTTP. */
public record UseCases(
        WhoAmI whoAmI,
        ConnexionRoutes.UseCases connexions,
        OpenAuthorizationSession openSession,
        ShowAuthorizationSession showSession,
        BeginConsent beginConsent,
        CompleteAuthorization completeAuthorization,
        ChooseAccount chooseAccount,
        ChooseInBrowser chooseInBrowser,
        ShowGrant showGrant,
        ReadAccessToken readAccessToken,
        ReadAuditTrail readAuditTrail,
        RefuseAccess refuseAccess,
        ActAsAdministrator actAsAdministrator,
        QuotaRoutes.UseCases quota,
        RefreshToken refreshToken,
        BeginRequest beginRequest,
        FinishRequest finishRequest) {}
