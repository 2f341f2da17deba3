/** Settings of the embedded server, each with the reason why PostgreSQL's own default is not kept. */
export function serverSettings(port: number, isDurable: boolean): Record<string, string> {
  return {
    port: String(port),
    // Nobody outside this machine, and no socket file to collide with a PostgreSQL of the system.
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // An API of a few dozen connections, jobs and a psql beside it.
    max_connections: '100',
    // A city of 500 000 accounts has about 3 GB of readings; the hot month fits in half a gigabyte.
    shared_buffers: isDurable ? '512MB' : '128MB',
    // Sorting and hashing whole-city reports in memory: 16 MB × a few nodes × 100 stays well below the memory of a small server.
    work_mem: '16MB',
    maintenance_work_mem: '256MB',
    // The disk cache of the system counts too; the planner should know.
    effective_cache_size: '2GB',
    // Loading a city writes gigabytes: fewer forced checkpoints, at the price of a longer recovery.
    max_wal_size: '2GB',
    // Solid-state disks: a random page costs hardly more than the next one.
    random_page_cost: '1.1',
    // No replicas: less to write per change.
    wal_level: 'minimal',
    max_wal_senders: '0',
    // Short statements: compiling them costs more than it saves.
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...(isDurable ? {} : throwaway),
  }
}

/** Tests lose nothing in a crash. */
const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off' }
