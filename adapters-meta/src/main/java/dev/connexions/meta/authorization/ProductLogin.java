package dev.connexions.meta.authorization;

import dev.connexions.application.authorization.ConsentToken;
import dev.connexions.application.authorization.InstagramLogin.Code;
import dev.connexions.application.authorization.InstagramLogin.Exchange;
import dev.connexions.application.authorization.InstagramLogin.Proof;
import dev.connexions.application.authorization.InstagramLogin.Revoking;
import dev.connexions.domain.connexion.Account;
import dev.connexions.domain.connexion.Scopes;
import dev.connexions.domain.shared.OneTimeSecret;
import dev.connexions.meta.shared.Deadline;
import java.net.URI;

/** One of Meta's two ways through consent. */
interface ProductLogin {

    URI consentPage(Scopes requested, OneTimeSecret state);

    /** @throws dev.connexions.meta.shared.GarbledAnswerException when an answer cannot be trusted */
    Exchange exchange(Code code, Deadline deadline);

    /** @throws dev.connexions.meta.shared.GarbledAnswerException when an answer cannot be trusted */
    Proof prove(ConsentToken consent, Account account, Deadline deadline);

    Revoking revoke(String metaUserId, Deadline deadline);
}
