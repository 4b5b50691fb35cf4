package dev.connexions.application.quota;

/** What reserving promises on every store. */
public interface QuotaContract
        extends ReservationsContract, QuotaDaysContract, QuotaIsolationContract, QuotaRacesContract {}
