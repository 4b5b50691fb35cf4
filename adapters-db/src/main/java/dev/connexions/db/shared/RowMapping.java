package dev.connexions.db.shared;

import org.mapstruct.MapperConfig;
import org.mapstruct.ReportingPolicy;

/** What all mappers between rows and the domain share. */
@MapperConfig(uses = Ids.class, unmappedTargetPolicy = ReportingPolicy.ERROR)
public interface RowMapping {}
