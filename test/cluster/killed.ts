// For cluster.test.ts: starts a cluster, says so, and then waits to be killed.
import { startCluster } from './cluster.ts';

const { folder, kubeconfig, node, registry } = await startCluster();
console.log(JSON.stringify({ folder, kubeconfig, link: node.slot.link, registry: registry.folder }));
setInterval(() => undefined, 1000);
