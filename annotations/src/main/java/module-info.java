/** The annotations that describe a PostgreSQL schema. */
module dev.lockstep.annotations {
  exports dev.lockstep.annotations;
}
