"""What the peer benchmark offers the node: a service for factories."""

from brain.kit.room import Room
from brain.kit.services import Service
from brain.platform.peer_benchmark.domain.comparing import QUANTITIES
from brain.platform.peer_benchmark.schemas import BenchmarkRequest, PeerComparison
from brain.platform.peer_benchmark.service import comparing

ROOM = Room(
    name="peer_benchmark",
    title="同行对标",
    title_en="Peer benchmark",
    nodes=("industry_brain",),
    services=(
        Service(
            name="peer_benchmark.compare",
            version="1.0.0",
            title="同行对标",
            title_en="Peer benchmark",
            gives="设备综合效率、可用率、性能率、质量率、单件电量，与本产业同行的平均数相比；"
            "看不到任何一家的数字，别家也看不到贵厂的",
            gives_en="OEE, availability, effectiveness, quality and energy per item against the means of "
            "peers in the industry; nobody sees the figures of any one enterprise, nor others yours",
            purpose="benchmark",
            quantities=QUANTITIES,
            request=BenchmarkRequest,
            result=PeerComparison,
            run=comparing.compare,
        ),
    ),
)
