import { join } from 'node:path';
import type { Slot } from './slot.ts';

/** The sandbox image of the tests' own: nothing is pulled from outside. */
export const PAUSE = 'fairway.test/pause:1';

export function containerdConfig(at: (name: string) => string, socket: string): string {
  return `version = 2
root = "${at('containerd')}"
state = "${at('containerd-state')}"
[grpc]
  address = "${socket}"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "${PAUSE}"
  # Where CAP_SYS_RESOURCE is missing, no process may ask to be killed later than others.
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "${at('registries')}"
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "${at('cni')}"
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
      SystemdCgroup = false
`;
}

export function cniConfig(slot: Slot, dataDir: string): object {
  const ranges = [[{ subnet: slot.pods, gateway: slot.gateway }]];
  const ipam = { type: 'host-local', ranges, routes: [{ dst: '0.0.0.0/0' }], dataDir };
  // A pod that reaches itself by its own Service needs the hairpin.
  const bridge = { type: 'bridge', bridge: 'pods', isGateway: true, ipMasq: false, hairpinMode: true, ipam };
  return { cniVersion: '1.0.0', name: 'pods', plugins: [bridge] };
}

export function kubeletConfig(folder: string, socket: string, slot: Slot, caFile: string): object {
  return {
    apiVersion: 'kubelet.config.k8s.io/v1beta1',
    kind: 'KubeletConfiguration',
    authentication: {
      anonymous: { enabled: false },
      webhook: { enabled: false },
      x509: { clientCAFile: caFile },
    },
    authorization: { mode: 'AlwaysAllow' },
    address: slot.node,
    readOnlyPort: 0,
    healthzPort: 0,
    cgroupDriver: 'cgroupfs',
    cgroupRoot: `/${slot.cgroup}`,
    enforceNodeAllocatable: [],
    failCgroupV1: false,
    failSwapOn: false,
    oomScoreAdj: 0,
    containerRuntimeEndpoint: `unix://${socket}`,
    // A full or small disk of the machine is no matter of the tests.
    evictionHard: { 'memory.available': '50Mi', 'nodefs.available': '1%', 'imagefs.available': '1%' },
    imageGCHighThresholdPercent: 100,
    localStorageCapacityIsolation: false,
    podLogsDir: join(folder, 'pod-logs'),
    clusterDNS: [slot.dns],
    clusterDomain: 'cluster.local',
    resolvConf: '',
    serializeImagePulls: false,
    registryPullQPS: 0,
    eventRecordQPS: 0,
    nodeStatusUpdateFrequency: '2s',
    syncFrequency: '5s',
  };
}

export function proxyConfig(slot: Slot, kubeconfig: string): object {
  return {
    apiVersion: 'kubeproxy.config.k8s.io/v1alpha1',
    kind: 'KubeProxyConfiguration',
    mode: 'nftables',
    clientConnection: { kubeconfig },
    clusterCIDR: slot.pods,
    healthzBindAddress: `${slot.node}:10256`,
    metricsBindAddress: `${slot.node}:10249`,
    // Limits of the whole machine are not the node's to change.
    conntrack: { maxPerCore: 0, min: 0, tcpEstablishedTimeout: '0s', tcpCloseWaitTimeout: '0s' },
    nftables: { syncPeriod: '30s', minSyncPeriod: '100ms' },
  };
}
